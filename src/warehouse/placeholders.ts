/** `$1, $2, …`: a place in a statement for each of the values, which stand among its values from the `first` on, counted from 1. */
export function placeholders(values: readonly unknown[], first = 1): string {
  return values.map((_, index) => `$${first + index}`).join(", ");
}
