export type Direction = 'up' | 'down';

/** What a way through a network does to what is sent on it; without a direction in both, `up` being from the client. */
export type Fault =
  | { kind: 'latency'; ms: number; direction?: Direction }
  /** Nothing arrives and nobody is told; what was sent arrives late, once the fault is over. */
  | { kind: 'black-hole'; direction?: Direction }
  | { kind: 'trickle'; bytes: number; everyMs: number; direction?: Direction }
  /** Connections end with RST, the new ones as soon as they come. */
  | { kind: 'reset' };

/** What the fault does to one direction of a connection. */
export type FlowFault = Exclude<Fault, { kind: 'reset' }> | undefined;

/** The part of a fault that concerns one direction. */
export function inDirection(fault: Fault | undefined, direction: Direction): FlowFault {
  if (!fault || fault.kind === 'reset') return undefined;
  return fault.direction === undefined || fault.direction === direction ? fault : undefined;
}
