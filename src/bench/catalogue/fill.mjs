#!/usr/bin/env node
// SQL for a catalogue of so many badge classes: 4 institutions of 5 issuers each, names of three words,
// about forty words to search by, three skills of three hundred, every third readable in Dutch too.
const classes = Number(process.argv[2] ?? 10000);
let seed = 7;
const random = (n) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed % n; };
const syllables = ['da', 'li', 'mo', 're', 'ta', 'ku', 'so', 'ne', 'vi', 'pa', 'zu', 'ro', 'gi', 'fe', 'lo'];
const word = (n) => { let w = ''; let rest = n + 1; while (w.length < 6 || rest > 0) { w += syllables[rest % 15]; rest = Math.floor(rest / 15); } return w; };
const id = (kind, n) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const now = "timestamp with time zone '2026-11-01 10:00:00+00'";
const out = [];
for (let i = 0; i < 4; i++) {
  out.push(`insert into institution (id, name, default_locale, accent, created_at) values ('${id(1, i)}', 'University ${i}', 'en', '#1f5fbf', ${now});`);
  for (let j = 0; j < 5; j++) out.push(`insert into issuer (id, institution_id, name, created_at) values ('${id(2, i * 5 + j)}', '${id(1, i)}', 'Faculty ${j} of ${i}', ${now});`);
}
const types = ['achievement', 'competency', 'pathway'];
const themes = ['community', 'digital-citizenship', 'employability', 'global-leadership', 'inclusion'];
for (let n = 0; n < classes; n++) {
  const issuer = random(20);
  const name = `${word(random(2000))} ${word(random(2000))} ${word(random(2000))}`;
  const text = Array.from({ length: 40 }, () => word(random(5000)));
  const skills = Array.from({ length: 3 }, () => `skill ${word(random(300))}`);
  const [type, theme] = [types[random(3)], themes[random(5)]];
  const content = { wording: { name, description: text.slice(0, 20).join(' '), criteria: text.slice(20).join(' ') }, language: 'en', translations: n % 3 ? {} : { nl: { name: `nl ${name}` } }, type, theme, skills };
  out.push(`insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type, theme, language, created_by, created_at, updated_at, version, content, number, published_at) values ('${id(3, n)}', '${id(2, issuer)}', 'PUBLISHED', '${name}', '${content.wording.description}', '${content.wording.criteria}', '${type}', '${theme}', 'en', 'bench', ${now}, ${now}, 1, '${JSON.stringify(content)}', 1, ${now});`);
  out.push(`insert into catalogue_entry (badge_class_id, institution_id, issuer_id, badge_type, theme, sort_name, published_at) values ('${id(3, n)}', '${id(1, Math.floor(issuer / 5))}', '${id(2, issuer)}', '${type}', '${theme}', '${name}', ${now});`);
  const terms = [...new Set([...name.split(' '), ...text])].map((t) => ['WORD', t]).concat([...new Set(skills)].map((s) => ['SKILL', s]), [['LANGUAGE', 'en']], n % 3 ? [] : [['LANGUAGE', 'nl']]);
  out.push(`insert into catalogue_term (badge_class_id, kind, term) values ${terms.map(([k, t]) => `('${id(3, n)}', '${k}', '${t}')`).join(', ')};`);
}
process.stdout.write(out.join('\n') + '\n');
