// Options of a command: --name value, or --name alone for what is either on or off.

export function readOptions(args, known) {
  const out = Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value]));
  for (let at = 0; at < args.length; ++at) {
    const name = args[at].replace(/^--/, '');
    if (name === 'help' || args[at] === '-h') {
      for (const [option, { value, words }] of Object.entries(known))
        console.log(`  --${option}${value === false ? '' : ` ${value}`}\n      ${words}`);
      process.exit(0);
    }
    if (!args[at].startsWith('--') || !(name in known)) {
      console.error(`There is no option ${args[at]}; --help lists those that are.`);
      process.exit(2);
    }
    if (known[name].value === false) out[name] = true;
    else out[name] = typeof known[name].value === 'number' ? Number(args[++at]) : args[++at];
  }
  return out;
}
