import { createRequire } from 'node:module';

/**
 * A package that is not loaded until somebody uses it. Every test file loads the product anew, and with it some large
 * packages that few files use: a third of what loading costs. It is the package itself that answers, only later.
 * @param folder where the package lies, below node_modules
 */
export function late(folder: string): object {
  let whole: object | undefined;
  const loaded = (): object =>
    (whole ??= createRequire(__filename)(`../../../node_modules/${folder}`) as object);
  return new Proxy(
    {},
    {
      // Compilers ask this of every package at once: true lets them hand it on as it is, unread.
      get: (_, name): unknown => (name === '__esModule' ? true : Reflect.get(loaded(), name)),
      has: (_, name) => name in loaded(),
      ownKeys: () => Reflect.ownKeys(loaded()),
      getOwnPropertyDescriptor: (_, name) => {
        const found = Object.getOwnPropertyDescriptor(loaded(), name);
        return found === undefined ? undefined : { ...found, configurable: true };
      },
    },
  );
}
