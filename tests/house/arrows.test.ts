/** Who may know whom. The line of rooms is one: a room knows only the rooms that stand before it. */
import { describe, expect, it } from 'vitest';
import { isTest, modulesUnder, type Module } from '../support/sources.ts';

const LINE = [
  'kit',
  'access',
  'calendar',
  'policy',
  'unit',
  'person',
  'pairing',
  'interaction',
  'occasion',
  'matter',
  'briefing',
  'activity',
  'oversight',
  'report',
  'ledger',
  'privacy',
  'notice',
];
/** Pages that greet a person gather what the rooms offer: the browser's homes stand after all of them. */
const WEB_LINE = [...LINE, 'home'];

const domain = modulesUnder('packages/domain/src');
const server = modulesUnder('apps/server/src');
const web = modulesUnder('apps/web/src');

const roomOf = (path: string, root: string): string | undefined =>
  path.startsWith(root) ? path.slice(root.length).split('/')[0] : undefined;

/** Every arrow that goes forward in the line, in words. */
function forward(modules: readonly Module[], root: string, line: readonly string[]): string[] {
  return modules.flatMap((module) => {
    const own = roomOf(module.path, root);
    if (own === undefined) return [];
    return module.imports
      .filter((path) => {
        const other = roomOf(path, root);
        return other !== undefined && line.indexOf(other) > line.indexOf(own);
      })
      .map((path) => `${module.path} → ${path}`);
  });
}

const offending = (modules: readonly Module[], wrong: (path: string, module: Module) => boolean) =>
  modules.flatMap((module) =>
    module.imports.filter((path) => wrong(path, module)).map((path) => `${module.path} → ${path}`),
  );

describe('the arrows of the house', () => {
  it('are looked at in every module', () => {
    // A scanner that sees nothing finds nothing wrong.
    expect(domain.length).toBeGreaterThan(40);
    expect(server.length).toBeGreaterThan(40);
    expect(web.length).toBeGreaterThan(40);
    expect(domain.flatMap((module) => module.imports).length).toBeGreaterThan(80);
  });

  it('know every room of the line', () => {
    const rooms = (modules: readonly Module[], root: string) =>
      modules.map((module) => roomOf(module.path, root)).filter((room): room is string => room !== undefined);
    expect(rooms(domain, 'packages/domain/src/').filter((room) => !LINE.includes(room))).toEqual([]);
    expect(rooms(server, 'apps/server/src/features/').filter((room) => !LINE.includes(room))).toEqual([]);
    expect(rooms(web, 'apps/web/src/features/').filter((room) => !WEB_LINE.includes(room))).toEqual([]);
  });

  it('lead from web and server to domain, never between web and server', () => {
    expect(offending(web, (path) => path.startsWith('apps/server'))).toEqual([]);
    expect(offending(server, (path) => path.startsWith('apps/web'))).toEqual([]);
    expect(offending(domain, (path) => path.startsWith('apps/'))).toEqual([]);
  });

  it('keep the domain pure: zod, itself, and one lunar library in the calendar', () => {
    const allowed = (path: string, module: Module) =>
      path.startsWith('packages/domain/src/') ||
      path === 'zod' ||
      (path === 'tyme4ts' && module.path.startsWith('packages/domain/src/calendar/')) ||
      // Tests and builders may read files and draw random cases.
      (isTest(module.path) && !path.startsWith('apps/'));
    expect(offending(domain, (path, module) => !allowed(path, module))).toEqual([]);
  });

  it('go back along the line of rooms only', () => {
    expect(forward(domain, 'packages/domain/src/', LINE)).toEqual([]);
    expect(forward(server, 'apps/server/src/features/', LINE)).toEqual([]);
    expect(forward(web, 'apps/web/src/features/', WEB_LINE)).toEqual([]);
  });

  it('cross between rooms of the server through doors only', () => {
    const root = 'apps/server/src/features/';
    const around = offending(server, (path, module) => {
      const [own, other] = [roomOf(module.path, root), roomOf(path, root)];
      return (
        own !== undefined && other !== undefined && own !== other && !path.endsWith('.door.ts') && !isTest(module.path)
      );
    });
    expect(around).toEqual([]);
  });

  it('leave edge, store, outside, kit and app without knowledge of any noun', () => {
    const knows = (path: string) => path.includes('/features/');
    const frame = server.filter((module) => /src\/(edge|store|outside)\//.test(module.path) && !isTest(module.path));
    expect(frame.length).toBeGreaterThan(15);
    expect(offending(frame, knows)).toEqual([]);
    const kit = web.filter((module) => /src\/kit\//.test(module.path));
    expect(offending(kit, knows)).toEqual([]);
    // The router finds every page and the session shows who is signed in; nothing else of the shell knows a room.
    const shell = web.filter(
      (module) => /src\/app\//.test(module.path) && !/app\/(router|page-table|overlay-table|marks)/.test(module.path),
    );
    expect(offending(shell, knows)).toEqual([]);
  });

  it('never run in a circle while the program runs', () => {
    const all = [...domain, ...server, ...web].filter((module) => !isTest(module.path));
    const arrows = new Map(all.map((module) => [module.path, module.runtime]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of arrows.get(path) ?? []) if (arrows.has(next)) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const module of all) walk(module.path, []);
    expect(circles).toEqual([]);
  });
});
