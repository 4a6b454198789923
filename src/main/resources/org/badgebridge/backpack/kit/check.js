/*
 * Checks the badges of this package in the browser, without asking anybody: each token's signature
 * (RS256) with the issuer's key as it was when the package was made. It shows what was signed,
 * taken from the token itself. Of a chosen folder it checks every sum, and the signature of their list.
 * Whether the keys are the issuer's, and whether a badge was taken
 * back since, only the issuer's address can tell.
 */
'use strict';

(async function () {
  const bytes = text => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), character => character.charCodeAt(0));
  const json = text => JSON.parse(new TextDecoder().decode(bytes(text)));
  const words = document.getElementById('words').dataset;

  async function signed(token) {
    const [head, body, signature] = token.split('.');
    const header = json(head);
    const payload = json(body);
    const issuer = payload.iss;
    const document = window.KIT.issuers[issuer];
    const method = document && document.verificationMethod.find(each => each.id === header.kid);
    if (header.alg !== 'RS256' || !method || !method.publicKeyJwk || payload.issuer.id !== issuer) {
      return null;
    }
    const key = await rs256(method.publicKeyJwk);
    const good = await crypto.subtle.verify(
      'RSASSA-PKCS1-v1_5', key, bytes(signature), new TextEncoder().encode(head + '.' + body));
    return good ? payload : null;
  }

  /* Whether the list is what the packer signed: a JWS without its payload (RFC 7515, Appendix F). */
  async function packed(jws, manifest) {
    try {
      const [head, , signature] = jws.trim().split('.');
      const packer = window.KIT.packer;
      const header = json(head);
      if (header.alg !== 'RS256' || header.kid !== packer.name) {
        return false;
      }
      let text = '';
      new Uint8Array(manifest).forEach(each => { text += String.fromCharCode(each); });
      const body = btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
      return await crypto.subtle.verify(
        'RSASSA-PKCS1-v1_5', await rs256(packer), bytes(signature),
        new TextEncoder().encode(head + '.' + body));
    } catch (failure) {
      return false;
    }
  }

  function rs256(key) {
    return crypto.subtle.importKey(
      'jwk', {kty: 'RSA', n: key.n, e: key.e},
      {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'}, false, ['verify']);
  }

  function say(place, verdict, text) {
    place.className = 'verdict ' + verdict;
    place.textContent = text;
  }

  for (const badge of window.KIT.badges) {
    const place = document.querySelector('[data-folder="' + badge.folder + '"] .verdict');
    if (!place) {
      continue;
    }
    if (!window.crypto || !crypto.subtle) {
      say(place, 'unknown', words.cannot);
      continue;
    }
    try {
      const payload = await signed(badge.jwt);
      if (!payload) {
        say(place, 'bad', words.bad);
        continue;
      }
      const over = payload.validUntil && new Date(payload.validUntil) < new Date();
      say(place, 'good', [over ? words.over : words.good,
        payload.credentialSubject.achievement.name, payload.issuer.name,
        payload.validFrom.substring(0, 10)].join(' · '));
    } catch (failure) {
      say(place, 'bad', words.bad);
    }
  }

  const chosen = document.getElementById('files');
  chosen.addEventListener('change', async () => {
    const result = document.getElementById('files-result');
    const files = Array.from(chosen.files);
    const path = file => (file.webkitRelativePath || file.name).split('/').slice(1).join('/');
    const list = files.find(file => path(file) === 'manifest.json');
    if (!list) {
      say(result, 'bad', words.noList);
      return;
    }
    const expected = JSON.parse(await list.text()).sha256;
    const wrong = [];
    for (const name of Object.keys(expected)) {
      const file = files.find(each => path(each) === name);
      const sum = file && Array.from(
        new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
        byte => byte.toString(16).padStart(2, '0')).join('');
      if (sum !== expected[name]) {
        wrong.push(name);
      }
    }
    if (wrong.length) {
      say(result, 'bad', words.changed + ' ' + wrong.join(', '));
      return;
    }
    const jws = files.find(each => path(each) === 'manifest.jws');
    const whole = jws && await packed(await jws.text(), await list.arrayBuffer());
    say(result, whole ? 'good' : 'bad',
      words.same + ' ' + (whole ? words.signed : jws ? words.forged : words.unsigned));
  });
})();
