// A host of badges on this machine, with an OAuth client of other people (npm oauth4webapi): learns what a
// server offers, registers, prints where a browser must go as one line of JSON ({"authorize":…}), waits there for
// the answer, reads all badges part by part, refreshes its token, reads again, and prints what it got ({"got":…}).
// Argument: the address of an Open Badges 3.0 API.
import {createServer} from 'node:http';
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';

const base = process.argv[2];
const here = {[oauth.allowInsecureRequests]: true};      // plain http, on this machine only
const scopes = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
const scope = `${scopes}credential.readonly ${scopes}profile.readonly offline_access`;
const say = what => console.log(JSON.stringify(what));

let arrived;
const arrival = new Promise(resolve => { arrived = resolve; });
const server = createServer((request, response) => {
  const url = new URL(request.url, home);
  if(url.pathname === '/back') arrived(url);
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><html lang="en"><title>Host</title><h1>Back at the host</h1>');
});
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const home = `http://127.0.0.1:${server.address().port}`;

const offered = await (await fetch(`${base}/discovery`)).json();
const scheme = offered.components.securitySchemes.OAuth2ACG;
const flow = scheme.flows.authorizationCode;
assert.ok(offered.info.termsOfService && offered.info['x-imssf-privacyPolicyUrl']);
assert.deepEqual(Object.keys(flow.scopes).sort(), scope.split(' ').sort());

const issuer = new URL(base);
const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, {algorithm: 'oauth2', ...here}));
assert.equal(as.registration_endpoint, scheme['x-imssf-registrationUrl']);
assert.equal(as.authorization_endpoint, flow.authorizationUrl);
assert.equal(as.token_endpoint, flow.tokenUrl);
assert.equal(as.token_endpoint, flow.refreshUrl);

const client = await oauth.processDynamicClientRegistrationResponse(await oauth.dynamicClientRegistrationRequest(as, {
  client_name: 'Badges of <b>mine</b>', client_uri: `${home}/`, logo_uri: `${home}/logo.png`, tos_uri: `${home}/terms`,
  policy_uri: `${home}/privacy`, software_id: 'badge-host', software_version: '1', redirect_uris: [`${home}/back`],
  token_endpoint_auth_method: 'client_secret_basic', grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'], scope}, here));
const basic = oauth.ClientSecretBasic(client.client_secret);

const verifier = oauth.generateRandomCodeVerifier(), state = oauth.generateRandomState();
const authorize = new URL(as.authorization_endpoint);
for(const [name, value] of Object.entries({response_type: 'code', client_id: client.client_id, redirect_uri: `${home}/back`, scope,
  state, code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256'})) authorize.searchParams.set(name, value);
say({authorize: authorize.href});

const answer = await arrival;
server.close();
let parameters;
try {
  parameters = oauth.validateAuthResponse(as, client, answer, state);   // state and iss
} catch(error) {
  say({got: {error: error.error ?? String(error)}});
  process.exit(0);
}
const granted = await oauth.processAuthorizationCodeResponse(as, client,
  await oauth.authorizationCodeGrantRequest(as, client, basic, parameters, `${home}/back`, verifier, here));

async function read(token) {
  const badges = [];
  let next = `${base}/credentials?limit=1`, total;
  while(next) {
    const response = await oauth.protectedResourceRequest(token, 'GET', new URL(next), undefined, undefined, here);
    assert.equal(response.status, 200);
    total = Number(response.headers.get('x-total-count'));
    const body = await response.text();
    const part = JSON.parse(body);
    assert.deepEqual(part.compactJwsString, []);
    badges.push(...part.credential);
    next = response.headers.get('link').match(/<([^>]+)>; rel="next"/)?.[1];
  }
  assert.equal(badges.length, total);
  return badges;
}
const first = await read(granted.access_token);
const profile = await (await oauth.protectedResourceRequest(granted.access_token, 'GET', new URL(`${base}/profile`), undefined, undefined, here)).json();
const again = await oauth.processRefreshTokenResponse(as, client,
  await oauth.refreshTokenGrantRequest(as, client, basic, granted.refresh_token, here));
assert.notEqual(again.refresh_token, granted.refresh_token);
assert.deepEqual(await read(again.access_token), first);
say({got: {badges: first, profile, token: again.access_token, scope: answer.searchParams.get('scope'), lasts: granted.expires_in}});
process.exit(0);
