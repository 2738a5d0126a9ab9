/** `check address`: whether the address guard lets a URL be asked for, and by which addresses. */
import { z } from 'zod';
import { asNewsmillError, type FailureCode } from '../../errors.ts';
import {
  type AddressGuard,
  type AddressVerdict,
  checkAddress,
  type GuardConfig,
  guardOf,
} from '../../fetch/address-guard.ts';
import { type Question, questionOf } from './batch.ts';

const Addresses = z.array(z.string().max(100)).max(64);

export const AddressAsked = z.object({
  url: z.string(),
  /**
   * What a resolver would answer for the URL's name, instead of asking one; a list of lists for answers one after
   * the other, as a name gives whose answer changes.
   */
  addresses: z.union([Addresses, z.array(Addresses).min(1).max(16)]).optional(),
});
export type AddressAsked = z.infer<typeof AddressAsked>;

export interface AddressAnswer {
  readonly allowed: boolean;
  /** Why not; null where it is allowed. */
  readonly reason: string | null;
  /** The failure code a visit would end with; null where it is allowed. */
  readonly code: FailureCode | null;
  /** Every address of the name with its range; a connection is only made to one that is allowed. */
  readonly addresses: readonly AddressVerdict[];
}

/** @param config the `fetch` section of the configuration */
export function addressQuestion(config: GuardConfig): Question {
  const guard = guardOf(config);
  return questionOf(AddressAsked, async ({ url, addresses }): Promise<AddressAnswer> => {
    if (addresses === undefined) return judge(url, guard);
    const rounds = isNested(addresses) ? addresses : [addresses];
    const answers: AddressAnswer[] = [];
    for (const round of rounds)
      answers.push(await judge(url, guardOf(config, { resolve: async () => round })));
    return together(answers);
  });
}

function isNested(addresses: readonly string[] | readonly string[][]): addresses is readonly string[][] {
  return Array.isArray(addresses[0]);
}

/** A refusal is an answer: a URL that cannot be one, or a name without an address, is not asked for either. */
async function judge(url: string, guard: AddressGuard): Promise<AddressAnswer> {
  try {
    const verdict = await checkAddress(url, guard);
    return { ...verdict, code: verdict.allowed ? null : 'address_refused' };
  } catch (thrown) {
    const error = asNewsmillError(thrown);
    if (error.class === 'ours') throw error;
    return { allowed: false, reason: error.message, code: error.code, addresses: [] };
  }
}

/** A name is only allowed as a whole where each of its answers is. */
function together(answers: readonly AddressAnswer[]): AddressAnswer {
  const refused = answers.find((answer) => !answer.allowed);
  const addresses = answers.flatMap((answer) => answer.addresses);
  return refused === undefined
    ? { allowed: true, reason: null, code: null, addresses }
    : { allowed: false, reason: refused.reason, code: refused.code, addresses };
}
