#!/usr/bin/env node
// Posts facts over several connections for some seconds, and writes down the ids of those answered.
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const [base, source, connector, connections, batch, seconds, name, out] = process.argv.slice(2);
const [id, secret] = connector.split(' ');
const moodle = 'https://moodle.example.org';

const statement = (uuid, n) => ({
  id: uuid,
  actor: { account: { homePage: moodle, name: String(1 + (n % 5000)) } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'Completed' } },
  object: { id: `${moodle}/mod/quiz/view.php?id=${1 + (n % 40)}`, definition: { name: { en: 'Quiz' } } },
  result: { completion: true },
  timestamp: new Date().toISOString(),
  context: {
    contextActivities: { parent: [{ id: `${moodle}/course/view.php?id=${1 + (n % 200)}` }] },
    extensions: { 'http://lrs.learninglocker.net/define/extensions/info': { event_name: '\\core\\event\\course_module_completion_updated' } },
  },
});
const event = (uuid, n) => ({
  '@context': 'http://purl.imsglobal.org/ctx/caliper/v1p2',
  id: `urn:uuid:${uuid}`,
  type: 'AssignableEvent',
  actor: { id: String(1 + (n % 5000)), type: 'Person' },
  action: 'Completed',
  object: { id: `urn:quiz:${n % 40}`, type: 'Assessment', name: 'Quiz' },
  eventTime: new Date().toISOString(),
  group: { id: String(1 + (n % 200)), type: 'CourseOffering' },
});
const kinds = {
  xapi: {
    path: `/passback/xapi/${id}/statements`,
    headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`, 'X-Experience-API-Version': '1.0.3' },
    body: (ids, from) => ids.map((each, i) => statement(each, from + i)),
  },
  caliper: {
    path: `/passback/caliper/${id}`,
    headers: { Authorization: `Bearer ${secret}` },
    body: (ids, from) => ({
      sensor: 'urn:bench',
      sendTime: new Date().toISOString(),
      dataVersion: 'http://purl.imsglobal.org/ctx/caliper/v1p2',
      data: ids.map((each, i) => event(each, from + i)),
    }),
  },
};
const kind = kinds[source];
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) });
const { hostname, port } = new URL(base);
const post = (text) => new Promise((done, fail) => {
  const request = http.request({ agent, hostname, port, method: 'POST', path: kind.path, headers: { ...kind.headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } }, (answer) => {
    answer.resume();
    answer.once('end', () => done(answer.statusCode));
    answer.once('error', fail);
  });
  request.once('error', fail);
  request.end(text);
});

const answered = [];
const times = [];
let facts = 0;
let refused = 0;
const began = performance.now();
const end = began + 1000 * Number(seconds);
const one = async () => {
  while (performance.now() < end) {
    const ids = Array.from({ length: Number(batch) }, () => randomUUID());
    const text = JSON.stringify(kind.body(ids, facts));
    facts += ids.length;
    const sent = performance.now();
    let status;
    try { status = await post(text); } catch { return; } // the other side is gone
    if (status === 200) { answered.push(...ids); times.push(performance.now() - sent); } else refused++;
  }
};
await Promise.all(Array.from({ length: Number(connections) }, one));
const took = (performance.now() - began) / 1000;
writeFileSync(out, answered.map((each) => `${each}\n`).join(''));
times.sort((a, b) => a - b);
const at = (part) => times[Math.floor(part * (times.length - 1))]?.toFixed(1);
console.log(`${name}: ${Math.round(answered.length / took)} facts a second over ${connections} connections, ${batch} in a request; a request takes ${at(0.5)} / ${at(0.95)} ms (median / 95th percentile)${refused ? `; ${refused} requests were refused` : ''}`);
