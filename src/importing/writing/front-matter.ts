import { toYaml } from '../../document/write/to-yaml.ts';

/**
 * The top of a skeleton with other values: each takes the place of its key, or stands beneath "state".
 * @param top as a skeleton begins it, with its two lines of hyphens
 */
export function setKeys(top: string, values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values).reduce((written, [key, value]) => {
    if (value === undefined) return written;
    const line = toYaml({ [key]: value }).trimEnd();
    const own = new RegExp(`^${key}: .*$`, 'm');
    return own.test(written)
      ? written.replace(own, () => line)
      : written.replace(/^state: draft$/m, (state) => `${state}\n${line}`);
  }, top);
}
