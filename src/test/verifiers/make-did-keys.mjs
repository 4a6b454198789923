// Makes keys of P-256, names them, and issues a badge with each, for tests of how a did:key is read.
//   node make-did-keys.mjs [--count 20]
// Prints one {did, url, jwk, jwt} a line; jwt: the badge, a token by jose.
import * as jose from 'jose';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import {args} from './lib/cli.mjs';
import {keyDriver} from './lib/loader.mjs';

const claims = (did, id) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id, type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'Welding', validFrom: '2026-01-01T00:00:00Z',
  issuer: {id: did, type: ['Profile'], name: 'School of Examples'},
  credentialSubject: {id: 'urn:uuid:0b3f6f0e-5a0e-4f0c-9a6f-5f3a5b7f9c11', type: ['AchievementSubject'],
    achievement: {id: 'urn:uuid:5d0d5b3c-5f6e-4c39-8d4f-0d1c36a7b211', type: ['Achievement'], name: 'Welding', description: 'Welds well.', criteria: {narrative: 'Weld.'}}},
  iss: did, jti: id, sub: 'urn:uuid:0b3f6f0e-5a0e-4f0c-9a6f-5f3a5b7f9c11', nbf: Date.parse('2026-01-01T00:00:00Z') / 1000});

for(let i = 0; i < Number(args().count ?? 20); i++) {
  const pair = await EcdsaMultikey.generate({curve: 'P-256'});
  const {didDocument: {id: did}, keyPairs} = await keyDriver.fromKeyPair({verificationKeyPair: pair});
  const url = [...keyPairs.keys()][0];
  const {kty, crv, x, y, d} = await EcdsaMultikey.toJwk({keyPair: pair, secretKey: true});
  const key = await jose.importJWK({kty, crv, x, y, d}, 'ES256');
  const jwt = await new jose.SignJWT(claims(did, `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`)).setProtectedHeader({alg: 'ES256', kid: url}).sign(key);
  console.log(JSON.stringify({did, url, jwk: {kty, crv, x, y}, jwt}));
}
