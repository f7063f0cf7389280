// Stands for Apple's safaridriver: hands on what it is asked, from the port that it is given.
const http = require('node:http');

const mac = process.env.CROSSCHECK_PRETENDED_MAC;
const words = ['safaridriver', ...process.argv.slice(2)];

const handOn = (request, response) => {
  const asked = http.request(
    {host: '127.0.0.1', port: mac, method: request.method, path: '/safaridriver' + request.url},
    (answer) => {
      response.writeHead(answer.statusCode, {'Content-Type': 'application/json; charset=utf-8'});
      answer.pipe(response);
    },
  );
  asked.on('error', () => response.destroy());
  request.pipe(asked);
};

const starting = http.request({host: '127.0.0.1', port: mac, method: 'POST'}, (answer) => {
  const exit = Number(answer.headers['x-exit'] ?? 0);
  answer.on('data', (data) => (exit === 0 ? process.stdout : process.stderr).write(data));
  answer.on('end', () => {
    if (exit !== 0 || words[1] !== '-p') {
      process.exitCode = exit;
    } else {
      http.createServer(handOn).listen(Number(words[2]), '127.0.0.1');
    }
  });
});
starting.end(JSON.stringify({words, variables: {}, input: ''}));
