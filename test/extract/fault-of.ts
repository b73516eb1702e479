import { Fault, type FaultCode } from "../../src/core/fault.js";

/** The code of the fault in which an act ends; undefined where it ends well. */
export async function faultOf(act: () => unknown): Promise<FaultCode | undefined> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return undefined;
}
