export function postgresProgram(program: string, args: readonly string[]): [command: string, args: string[]];
export function initialised(data: string): string[];
