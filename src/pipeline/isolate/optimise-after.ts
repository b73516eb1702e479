/**
 * Work after which V8 optimises a function, six times its own measure: as it comes, a reader spends a quarter of its CPU, and the parent of readers a sixth,
 * on optimising what a thousand documents hardly use again, on threads that other readers need. A V8 that does not know the flag goes on without.
 */
export const OPTIMISE_AFTER = "--interrupt-budget=800000";
