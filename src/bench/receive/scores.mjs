// A sender of scores: its key, its token, and a line item that its scores are about.
import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const LEARNERS = 5000;
const keyFile = process.env.BENCH_KEY;
const base64 = (text) => Buffer.from(text).toString('base64url');
const scope = (name) => `https://purl.imsglobal.org/spec/lti-ags/scope/${name}`;

/** What its connector is told. */
export function settings() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return { keys: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'RS256' }] }) };
}

/** The course and its learners, which an LMS would have told of. */
export function roster() {
  const now = 'current_timestamp';
  return `
insert into deployment (id, platform_id, deployment_id, state, first_seen_at)
  select random_uuid(), id, 'bench', 'ACTIVE', ${now} from platform limit 1;
insert into course (id, deployment_id, context_id, title, created_at, version)
  select random_uuid(), id, 'bench', 'Bench', ${now}, 1 from deployment where deployment_id = 'bench';
insert into person (id, created_at) select random_uuid(), ${now} from system_range(1, ${LEARNERS});
insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at, updated_at)
  select random_uuid(), (select id from platform limit 1), cast(row_number() over () as varchar), id, 'Learner', false, ${now}, ${now} from person;
insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)
  select c.id, u.id, 'LEARNER', true, false, ${now} from course c cross join lms_user u where c.context_id = 'bench';
`;
}

/** Signs in, makes a line item, and gives what one request is. */
export async function open(base, id) {
  const audience = `${base}/passback/scores/${id}/token`;
  const now = Math.floor(Date.now() / 1000);
  const signed = `${base64(JSON.stringify({ alg: 'RS256', kid: 'bench' }))}.${base64(JSON.stringify({ iss: id, sub: id, aud: audience, iat: now, exp: now + 300, jti: randomUUID() }))}`;
  const signature = sign('sha256', Buffer.from(signed), createPrivateKey(readFileSync(keyFile))).toString('base64url');
  const granted = await (await fetch(audience, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${signed}.${signature}`,
      scope: `${scope('lineitem')} ${scope('score')}`,
    }),
  })).json();
  const Authorization = `Bearer ${granted.access_token}`;
  const made = await fetch(`${base}/passback/scores/${id}/courses/bench/lineitems`, {
    method: 'POST',
    headers: { Authorization, 'Content-Type': 'application/vnd.ims.lis.v2.lineitem+json' },
    body: JSON.stringify({ label: 'Bench', scoreMaximum: 100 }),
  });
  if (made.status !== 201) throw new Error(`${made.status} ${await made.text()}`);
  const item = new URL((await made.json()).id).pathname;
  return {
    /** One score of the next learner; a learner's are seconds apart, so none overtakes another. */
    request(n) {
      const userId = String(1 + (n % LEARNERS));
      const micros = `${Date.now()}${String(n % 1000).padStart(3, '0')}`;
      const timestamp = new Date(Number(micros.slice(0, -3))).toISOString().replace('Z', `${micros.slice(-3)}Z`);
      return {
        path: `${item}/scores`,
        headers: { Authorization, 'Content-Type': 'application/vnd.ims.lis.v1.score+json' },
        text: JSON.stringify({ userId, timestamp, scoreGiven: n % 101, scoreMaximum: 100, activityProgress: 'Submitted', gradingProgress: 'FullyGraded' }),
        fact: `${item.split('/').pop()}/${createHash('sha256').update(userId).digest('base64url')}/${micros}/SCORED`,
      };
    },
    isTaken: (status) => status === 200,
  };
}
