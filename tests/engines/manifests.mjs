// node manifests.mjs DEPLOY ROOT OUT: whether the manifests in DEPLOY are what the engines take, which exit codes they try
// again, whether their outputs lie on a volume, and what the commands in them make of ROOT, index by index, in
// OUT/kubernetes and OUT/aws-batch.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import YAML from 'yaml';

const [deploy, root, out] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
let faults = 0;
const fault = text => (faults += 1, console.error(text));

const job = YAML.parse(fs.readFileSync(path.join(deploy, 'kubernetes.yaml'), 'utf8'));
const definition = JSON.parse(fs.readFileSync(path.join(deploy, 'aws-batch.json'), 'utf8'));

/// Diagnostics of a literal of that type: keys that it does not have, and values of other types.
function typed(name, type, from, value) {
  const file = path.join(here, `${name}.ts`);
  fs.writeFileSync(file, `import type {${type}} from '${from}';\nexport const value: ${type} = ${JSON.stringify(value, null, 1)};\n`);
  const program = ts.createProgram([file], {strict: true, noEmit: true, skipLibCheck: true, types: [],
                                            module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler});
  return ts.getPreEmitDiagnostics(program).map(found => `${name}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}

const types = [['kubernetes', 'Job', 'kubernetes-types/batch/v1', job],
               ['aws-batch', 'RegisterJobDefinitionCommandInput', '@aws-sdk/client-batch', definition]];
for (const [name, type, from, value] of types) {
  typed(name, type, from, value).forEach(fault);
  if (typed(`${name}-wrong`, type, from, {...value, retries: 1}).length === 0) fault(`${name}: a key that is none is taken`);
}

/// Whether an index that ends with this code is done again.
const isAgain = {
  kubernetes: code => {
    const rule = job.spec.podFailurePolicy.rules.find(rule => rule.onExitCodes?.values.includes(code));
    return rule?.action !== 'FailIndex' && job.spec.backoffLimitPerIndex > 0;
  },
  'aws-batch': code => {
    const glob = text => new RegExp(`^${text.replaceAll('*', '.*')}$`);
    const {attempts, evaluateOnExit} = definition.retryStrategy;
    const rule = evaluateOnExit.find(({onExitCode}) => onExitCode && glob(onExitCode).test(String(code)));
    return rule?.action === 'RETRY' && attempts > 1;
  },
};

const workingFolder = /^WORKDIR (.*)$/m.exec(fs.readFileSync(path.join(deploy, 'Containerfile'), 'utf8'))[1];
/// Whether the folder that a command writes to is on a volume that there is. `mounts`: from names to folders.
function checkVolume(name, command, mounts, volumes) {
  const folder = path.dirname(path.join(workingFolder, command[command.indexOf('-o') + 1]));
  if (!mounts.some(([volume, mounted]) => mounted === folder && volumes.some(each => each.name === volume)))
    fault(`${name}: ${folder} is on no volume`);
}

const container = job.spec.template.spec.containers[0];
const shards = job.spec.completions;
const commands = {
  kubernetes: [[...container.command, ...container.args], index => ({JOB_COMPLETION_INDEX: index})],
  'aws-batch': [definition.containerProperties.command,
                index => ({AWS_BATCH_JOB_ARRAY_INDEX: index, AWS_BATCH_JOB_ARRAY_SIZE: shards})],
};
const properties = definition.containerProperties;
checkVolume('kubernetes', commands.kubernetes[0], container.volumeMounts.map(each => [each.name, each.mountPath]),
            job.spec.template.spec.volumes);
checkVolume('aws-batch', properties.command, (properties.mountPoints ?? []).map(each => [each.sourceVolume, each.containerPath]),
            properties.volumes ?? []);
if (container.workingDir !== workingFolder) fault(`kubernetes: runs in ${container.workingDir}, the image in ${workingFolder}`);

for (const [name, [[program, ...words], environment]] of Object.entries(commands)) {
  for (const code of [1, 2, 3, 4, 5, 6, 137]) {
    const helps = code === 6 || code === 137; // 137: killed, as for want of memory
    if (isAgain[name](code) !== helps) fault(`${name}: exit code ${code} is ${helps ? 'not ' : ''}tried again`);
  }
  const folder = path.join(out, name);
  fs.mkdirSync(folder);
  fs.symlinkSync(path.join(root, 'data'), path.join(folder, 'data'));
  for (let index = 0; index < shards; ++index) {
    const {status, stderr} = spawnSync(program, words, {cwd: folder, encoding: 'utf8', env: {...process.env, ...environment(index)}});
    if (status !== 0) fault(`${name}: shard ${index} ends with ${status}: ${stderr}`);
  }
}
process.exit(faults === 0 ? 0 : 1);
