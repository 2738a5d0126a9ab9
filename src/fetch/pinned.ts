/** Dispatchers whose connections all go to one address each, for hosts that share an address's slots. */
import type { Agent } from 'undici';

/** Addresses whose connections are kept; the one used longest ago makes room. */
const MOST = 256;

/** A bounded map from addresses to dispatchers. */
export class PinnedDispatchers {
  readonly #make: (address: string) => Agent;
  readonly #most: number;
  readonly #kept = new Map<string, Agent>();
  /** Made room already, and still answering what they were asked. */
  readonly #ending = new Set<Agent>();

  /** @param make a dispatcher whose connections go to an address, whatever the name */
  constructor(make: (address: string) => Agent, most = MOST) {
    this.#make = make;
    this.#most = most;
  }

  of(address: string): Agent {
    const found = this.#kept.get(address);
    const agent = found ?? this.#make(address);
    this.#kept.delete(address);
    this.#kept.set(address, agent);
    const [oldest] = this.#kept;
    if (oldest !== undefined && this.#kept.size > this.#most) this.#end(...oldest);
    return agent;
  }

  /** Ends all requests and closes all connections. */
  async destroy(): Promise<void> {
    const all = [...this.#kept.values(), ...this.#ending];
    this.#kept.clear();
    await Promise.all(all.map((agent) => agent.destroy()));
  }

  #end(address: string, agent: Agent): void {
    this.#kept.delete(address);
    this.#ending.add(agent);
    // `close` waits for what is under way; `destroy` ends that wait too.
    const ended = (): void => void this.#ending.delete(agent);
    agent.close().then(ended, ended);
  }
}
