// Stands for each of Apple's tools: hands on what it was asked, and says what it is answered.
const http = require('node:http');
const path = require('node:path');

const variables = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('SIMCTL_CHILD_')),
);
const words = [path.basename(process.argv[1]), ...process.argv.slice(2)];
const read = (done) => {
  if (words.at(-1) !== '-') {
    return done('');
  }
  let text = '';
  process.stdin.on('data', (data) => (text += data)).on('end', () => done(text));
};
read((input) => {
  const asked = http.request(
    {host: '127.0.0.1', port: process.env.CROSSCHECK_PRETENDED_MAC, method: 'POST'},
    (answer) => {
      const exit = Number(answer.headers['x-exit'] ?? 0);
      answer.on('data', (data) => (exit === 0 ? process.stdout : process.stderr).write(data));
      answer.on('end', () => (process.exitCode = exit));
    },
  );
  asked.end(JSON.stringify({words, variables, input}));
});
