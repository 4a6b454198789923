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
/** What one request is, for the senders of many facts in one. */
const many = (kind) => ({
  request(n) {
    const ids = Array.from({ length: Number(batch) }, () => randomUUID());
    return { path: kind.path, headers: { ...kind.headers, 'Content-Type': 'application/json' }, text: JSON.stringify(kind.body(ids, n)), facts: ids };
  },
  isTaken: (status) => status === 200,
});
const sender = kinds[source] ? many(kinds[source]) : await (await import(`./${source}.mjs`)).open(base, id, secret);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) });
const { hostname, port } = new URL(base);
const post = ({ path, headers, text }) => new Promise((done, fail) => {
  const request = http.request({ agent, hostname, port, method: 'POST', path, headers: { ...headers, 'Content-Length': Buffer.byteLength(text) } }, (answer) => {
    let body = '';
    answer.setEncoding('utf8');
    answer.on('data', (part) => { body += part; });
    answer.once('end', () => done(sender.isTaken(answer.statusCode, body)));
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
    const request = sender.request(facts);
    const own = request.facts ?? [request.fact];
    facts += own.length;
    const sent = performance.now();
    let taken;
    try { taken = await post(request); } catch { return; } // the other side is gone
    if (taken) { answered.push(...own); times.push(performance.now() - sent); } else refused++;
  }
};
await Promise.all(Array.from({ length: Number(connections) }, one));
const took = (performance.now() - began) / 1000;
writeFileSync(out, answered.map((each) => `${each}\n`).join(''));
times.sort((a, b) => a - b);
const at = (part) => times[Math.floor(part * (times.length - 1))]?.toFixed(1);
console.log(`${name}: ${Math.round(answered.length / took)} facts a second over ${connections} connections, ${kinds[source] ? batch : 1} in a request; a request takes ${at(0.5)} / ${at(0.95)} ms (median / 95th percentile)${refused ? `; ${refused} requests were refused` : ''}`);
