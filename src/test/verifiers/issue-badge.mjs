// Issues an Open Badge 3.0 with the Digital Bazaar reference libraries, for tests that need a stranger's badge.
//   node issue-badge.mjs --email ada@home.example [--name Welding] [--subject did:key:…] [--endorsed yes|jwt]
// --subject: about that id in place of the address. --endorsed: by one who did, and by one whose words were changed; with the offer of a newer copy.
// --endorsed jwt: the same two as tokens, without the offer.
// The issuer is a key made just now (did:key), so nothing has to be served. Prints the credential.
import * as jose from 'jose';
import * as vc from '@digitalbazaar/vc';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {createHash, randomUUID} from 'node:crypto';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {args} from './lib/cli.mjs';
import {documentLoader} from './lib/loader.mjs';

const {email, name = 'Welding', subject, endorsed} = args();
async function somebody() {
  const made = await (await Ed25519Multikey.generate()).export({publicKey: true, secretKey: true});
  const did = `did:key:${made.publicKeyMultibase}`;
  return {did, key: await Ed25519Multikey.from({...made, id: `${did}#${made.publicKeyMultibase}`, controller: did})};
}
const sign = (who, credential) => vc.issue({credential, suite: new DataIntegrityProof({signer: who.key.signer(), cryptosuite}), documentLoader});
const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
async function endorsement(about, by, endorsementComment, issue = sign) {
  const who = await somebody();
  return issue(who, {'@context': contexts, id: `urn:uuid:${randomUUID()}`, type: ['VerifiableCredential', 'EndorsementCredential'], name: `Endorsed by ${by}`, issuer: {id: who.did, type: ['Profile'], name: by}, validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {id: about, type: ['EndorsementSubject'], endorsementComment}});
}
async function token(who, credential) {
  const part = each => jose.base64url.encode(JSON.stringify(each));
  const claims = {...credential, iss: who.did, sub: credential.credentialSubject.id, jti: credential.id, nbf: Date.parse(credential.validFrom) / 1000};
  const signed = `${part({alg: 'EdDSA', kid: who.key.id})}.${part(claims)}`, signature = await who.key.signer().sign({data: Buffer.from(signed)});
  await jose.compactVerify(`${signed}.${jose.base64url.encode(signature)}`, await jose.importJWK(await Ed25519Multikey.toJwk({keyPair: who.key}), 'EdDSA'));
  return `${signed}.${jose.base64url.encode(signature)}`;
}
const issuer = await somebody(), did = issuer.did;
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const salt = randomUUID();
const credential = {
  '@context': contexts,
  id: `urn:uuid:${randomUUID()}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name,
  issuer: {id: did, type: ['Profile'], name: 'School of Examples'},
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    ...(subject ? {id: subject} : {identifier: [{type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt,
      identityHash: 'sha256$' + createHash('sha256').update(email + salt).digest('hex')}]}),
    achievement: {
      id: `urn:uuid:${randomUUID()}`, type: ['Achievement'], name, description: 'Welds steel in four positions.',
      criteria: {narrative: 'Weld **four** seams that hold.'},
      image: {id: `data:image/png;base64,${picture}`, type: 'Image'},
    },
  },
};
if(endorsed === 'jwt') {
  const whole = await endorsement(credential.credentialSubject.achievement.id, 'the Welding Association', 'We recognise this achievement in our own programme, for four study points.', token);
  const [header, said, signature] = (await endorsement(credential.id, 'Example Shipyard', 'Hired on the spot.', token)).split('.');
  const changed = Buffer.from(said, 'base64url').toString().replace('on the spot', 'at double pay');
  Object.assign(credential, {endorsementJwt: [whole, [header, jose.base64url.encode(changed), signature].join('.')]});
} else if(endorsed) {
  const whole = await endorsement(credential.credentialSubject.achievement.id, 'the Welding Association', 'We recognise this achievement in our own programme, for four study points.');
  const changed = await endorsement(credential.id, 'Example Shipyard', 'Hired on the spot.');
  changed.credentialSubject.endorsementComment = 'Hired on the spot, at double pay.';
  Object.assign(credential, {'@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'], endorsement: [whole, changed],
    refreshService: {id: 'https://school.example/badges/newest', type: '1EdTechCredentialRefresh'},
    credentialSchema: [{id: 'https://schemas.example/own.json', type: '1EdTechJsonSchemaValidator2019'}]});
}
console.log(JSON.stringify(await sign(issuer, credential)));
