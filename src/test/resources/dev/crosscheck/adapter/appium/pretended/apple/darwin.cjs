// Has a program of Node.js take this machine for a Mac, whose tools are those of the pretence.
const path = require('node:path');
const os = require('node:os');
const processes = require('node:child_process');

Object.defineProperty(process, 'platform', {value: 'darwin'});
os.platform = () => 'darwin';
os.type = () => 'Darwin';

const spawn = processes.spawn;
processes.spawn = (command, ...rest) =>
  spawn(
    /^\/usr\/(libexec|bin)\/(PlistBuddy|plutil|defaults|mdfind)$/.test(command)
      ? path.join(__dirname, path.basename(command))
      : command,
    ...rest,
  );
require('node:module').syncBuiltinESMExports();
