import { describe, expect, it } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { addressOfLane, chooseAddress, laneOfAddress } from '../../../src/frontier/address-lane.ts';
import { hostPolicies } from '../../../src/frontier/host-policy.ts';
import { HostKey } from '../../../src/ids.ts';

describe('lanes of addresses', () => {
  it.for([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:0:0::1', '[2001:db8::1]'],
  ])('%s shares the slots of %s', ([address = '', lane = '']) => {
    expect(laneOfAddress(address)).toBe(lane);
    expect(laneOfAddress(addressOfLane(lane) ?? '')).toBe(lane);
  });

  it('are not those of names', () => {
    for (const lane of ['news.example', 'news.example:8080', '192.0.2.7:8080', '10.1', ''])
      expect(addressOfLane(lane)).toBeNull();
  });

  it('stay while the name has the address, and are the lowest otherwise, IPv4 first', () => {
    const addresses = ['2001:db8::1', '192.0.2.10', '192.0.2.9'];
    expect(chooseAddress(addresses, null, false)).toBe('192.0.2.9');
    expect(chooseAddress(addresses, '192.0.2.10', false)).toBe('192.0.2.10');
    expect(chooseAddress(addresses, '198.51.100.1', true)).toBe('192.0.2.9');
    expect(chooseAddress(addresses, '192.0.2.10', true)).toBe('2001:db8::1');
    expect(chooseAddress(addresses, '2001:db8::1', true)).toBe('192.0.2.9');
  });

  it('are known at once for hosts that are addresses, and looked up for names', () => {
    const settings = Config.parse({
      fetch: { groupHosts: 'address' },
      hosts: [{ host: 'apart.example', group: 'host' }],
    });
    const policyOf = hostPolicies(settings);
    expect(policyOf(HostKey.parse('192.0.2.7:8080'))).toMatchObject({ lane: '192.0.2.7' });
    expect(policyOf(HostKey.parse('[2001:db8::1]:81'))).toMatchObject({ lane: '[2001:db8::1]' });
    expect(policyOf(HostKey.parse('news.example'))).toMatchObject({
      lane: 'news.example',
      isByAddress: true,
    });
    expect(policyOf(HostKey.parse('apart.example'))).not.toHaveProperty('isByAddress');
  });
});
