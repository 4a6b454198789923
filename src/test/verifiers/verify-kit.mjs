// A leaver kit in a folder: the list of its files is signed by the key that comes along (jose), and every sum in it is right. Nothing is fetched.
//   node verify-kit.mjs <folder>
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import * as jose from 'jose';
import {main, Verdict} from './lib/cli.mjs';

export async function verify(folder) {
  const v = new Verdict('leaver-kit', folder), read = name => readFileSync(join(folder, name));
  const manifest = read('manifest.json'), did = JSON.parse(read('packed-by/did.json'));
  const [header, payload, signature] = read('manifest.jws').toString().trim().split('.');
  v.check('the payload is left out (RFC 7515, Appendix F)', payload === '');
  const {kid, alg} = jose.decodeProtectedHeader({protected: header, payload: '', signature});
  const method = did.verificationMethod.find(m => m.id === kid);
  v.check('the key is in the document that comes along', !!method && kid.startsWith(did.id + '#'), kid);
  v.check('RS256', alg === 'RS256', alg);
  const signed = async bytes => { try { await jose.flattenedVerify({protected: header, payload: jose.base64url.encode(bytes), signature}, await jose.importJWK(method.publicKeyJwk, 'RS256')); return true; } catch { return false; } };
  v.check('the list is signed', await signed(manifest));
  v.check('another list is not', !(await signed(Buffer.concat([manifest, Buffer.from(' ')]))));
  const {by, sha256} = JSON.parse(manifest);
  v.check('the signer is where the list says', 'did:web:' + new URL(by).host.replace(':', '%3A') === did.id, by);
  const wrong = Object.entries(sha256).filter(([name, sum]) => createHash('sha256').update(read(name)).digest('hex') !== sum).map(x => x[0]);
  v.check('every sum is right', wrong.length === 0, wrong.length ? wrong : undefined);
  const all = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(f => f.isFile()).map(f => join(f.parentPath ?? f.path, f.name).slice(folder.length + 1));
  const extra = all.filter(name => !(name in sha256) && !['manifest.json', 'manifest.jws', 'SHA256SUMS'].includes(name));
  v.check('nothing is there that is not in the list', extra.length === 0, extra.length ? extra : undefined);
  return v;
}
if(process.argv[1] === new URL(import.meta.url).pathname) await main(verify);
