// A sender of LTI 1.1 Basic Outcomes, each about a learner of its own.
import { createHash, createHmac, randomUUID } from 'node:crypto';

const escaped = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const settings = () => ({ form: '{course}/{activity}/{user}' });

/** Gives what one request is. */
export async function open(base, id, secret) {
  const path = `/passback/outcomes/${id}`;
  return {
    request() {
      const user = randomUUID();
      const text = `<?xml version="1.0" encoding="UTF-8"?><imsx_POXEnvelopeRequest xmlns="http://www.imsglobal.org/services/ltiv1p1/xsd/imsoms_v1p0"><imsx_POXHeader><imsx_POXRequestHeaderInfo><imsx_version>V1.0</imsx_version><imsx_messageIdentifier>${user}</imsx_messageIdentifier></imsx_POXRequestHeaderInfo></imsx_POXHeader><imsx_POXBody><replaceResultRequest><resultRecord><sourcedGUID><sourcedId>bench/quiz/${user}</sourcedId></sourcedGUID><result><resultScore><language>en</language><textString>0.75</textString></resultScore></result></resultRecord></replaceResultRequest></imsx_POXBody></imsx_POXEnvelopeRequest>`;
      const oauth = {
        oauth_body_hash: createHash('sha1').update(text).digest('base64'),
        oauth_consumer_key: id,
        oauth_nonce: randomUUID(),
        oauth_signature_method: 'HMAC-SHA1',
        oauth_timestamp: String(Math.floor(Date.now() / 1000)),
        oauth_version: '1.0',
      };
      const parameters = Object.entries(oauth).map(([name, value]) => `${name}=${escaped(value)}`).join('&');
      oauth.oauth_signature = createHmac('sha1', `${escaped(secret)}&`).update(`POST&${escaped(base + path)}&${escaped(parameters)}`).digest('base64');
      return {
        path,
        headers: { Authorization: `OAuth ${Object.entries(oauth).map(([name, value]) => `${name}="${escaped(value)}"`).join(', ')}`, 'Content-Type': 'application/xml' },
        text,
        fact: createHash('sha256').update(`bench\nquiz\n${user}`).digest('base64url'),
      };
    },
    isTaken: (status, body) => status === 200 && body.includes('<imsx_codeMajor>success<'),
  };
}
