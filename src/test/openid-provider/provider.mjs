// An OpenID provider (npm oidc-provider) on a free port of this machine, which logs in whomever the
// login hint names, or "ada". Prints its issuer as one line of JSON once it listens.
// Arguments: client id, client secret, redirect address, seconds that an id_token is good for.
import {createServer} from 'node:http';
import Provider from 'oidc-provider';

const [clientId, secret, redirect, seconds = '300'] = process.argv.slice(2);
const server = createServer((request, response) => callback(request, response));
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: clientId,
    client_secret: secret,
    redirect_uris: [redirect],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }],
  claims: {openid: ['sub'], profile: ['name'], email: ['email', 'email_verified']},
  conformIdTokenClaims: false,
  features: {devInteractions: {enabled: false}},
  pkce: {required: () => true},
  ttl: {IdToken: Number(seconds), AuthorizationCode: 60, AccessToken: 60, Grant: 600, Interaction: 600, Session: 600},
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({sub: id, name: `${id} of the provider`, email: `${id}@home.example`, email_verified: true}),
  }),
  interactions: {url: (context, interaction) => `/interaction/${interaction.uid}`},
});
const oidc = provider.callback();

async function callback(request, response) {
  if (!request.url.startsWith('/interaction/')) {
    return oidc(request, response);
  }
  const {params, prompt, grantId, session} = await provider.interactionDetails(request, response);
  const result = {};
  if (prompt.name === 'login') {
    result.login = {accountId: params.login_hint ?? 'ada', remember: false};
  } else {
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({accountId: session.accountId, clientId: params.client_id});
    grant.addOIDCScope('openid profile email');
    result.consent = {grantId: await grant.save()};
  }
  return provider.interactionFinished(request, response, result, {mergeWithLastSubmission: true});
}

process.on('SIGTERM', () => process.exit(0));
console.log(JSON.stringify({issuer}));
