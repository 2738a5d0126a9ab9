/** A landed migration is never edited: databases that have it would be refused. A new file goes on the list instead. */
import { expect, it } from 'vitest';
import { listMigrations } from '../../../src/store/migrate.ts';

const LANDED: readonly (readonly [name: string, sha256: string])[] = [
  ['0001-initial.sql', '53395cff89c30850d9505ae428e1aa84be755b398cb2ae06a31236494c5d8224'],
  ['0002-near-copies.sql', 'a8248ebf57c408de6f11b755e715cbad9386c035f3c16ba6f08bdb280cb8899b'],
  ['0003-article-ids.sql', '8b99b3f57b07cf9df0ffe3031d61a8c8ce6216ff595273c8b3397e045581b60e'],
  ['0004-batch.sql', 'a53bdd503208fc9f0c2f9966ad47824726873d4250c1b148143e16d56a560bf5'],
  ['0005-revision-kinds.sql', '9329b6f410299a255293b83210286937626de5e60208c2b9a4331604307072ad'],
  ['0006-host-slots.sql', 'fe940fecb6caf9fc0b16d0e4c4726bc9547f8bd9f4bc6347f88fbdd8e980fe11'],
  ['0008-snapshot-retention.sql', '1f476b7ea65e0f867c8670ad0f4b9b0ce408c6f0366e5c65c74e4b34659f3811'],
  ['0009-render-habits.sql', '42011e83ebddc30a20b7146212c2e652aad764799ac0669d6c698eb06022b49e'],
  ['0014-claims.sql', '2de1a2bfeebd171276ffef269518217a4682e09d9e869258f154640a2b6c5878'],
  ['0015-recognitions.sql', '0772a2fae4163e446a492e4e4885541d18c5c0f09bdb05ab3e5c40d615080681'],
  ['0016-slot-costs.sql', '63b802db63b3a82580cc4dcb4ceb5efc40d7fd7298c2809a65b924c06f712061'],
  ['0018-crawl-tries.sql', 'b605ab490f3be671fa59b447ec6fdc4515a43edeb225b67540cb8ec657ae7a23'],
  ['0019-article-parts.sql', '9a4c735cd4589c98a14927adb0a765cfe8ef5183593595678fe3c81887ab6d92'],
  ['0020-hold-cluster.sql', '10dad965b9e3f39f50af56a61cf32646277656dc4bd17a5f70f363b320459293'],
  ['0022-address-lanes.sql', '9e791085bff753653e0d71ae44d34cdb6fdbb3e42719d9067a5cc2b7efda53bc'],
  ['0023-copy-lodgers.sql', '0ae8feb64ff4315d894f9d80ad0dc79f8ed557345e76e65a9c6ed3bf8902fc2f'],
  ['0026-visit-requests.sql', '3422ebb08cb3b809b65c8a778c4639c475b624877d31cecc971f7a2c6f684390'],
  ['0027-host-lines.sql', '657bd75404aeadaef5d827686880a7ca35c7bb18cc3892a49ae24c4ccf5e62fd'],
];

it('migrations that have landed are as they were', () => {
  expect(listMigrations().map((m) => [m.name, m.sha256])).toEqual(LANDED);
});
