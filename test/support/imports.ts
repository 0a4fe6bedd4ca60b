import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { root } from './units.ts';

type Node = { type: string; start: number; [member: string]: unknown };

type Import = { specifier: string; lazy: boolean };

/** A source file: what it imports, and what it names that a pure function may not name. */
export type Source = {
  /** Below src/, with slashes: "checks/balance.ts". */
  path: string;
  /** The first folder, or the file's name where it stands in none. */
  room: string;
  imports: Import[];
  /** Expressions as they are written, outermost member access first: "process.exit", "console.log", "key.reveal". */
  names: { name: string; called: boolean; arguments: number; line: number }[];
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function visit(node: Node, see: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  see(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see, node);
  }
}

/** "a.b.c" of a member access or an identifier; what is not a name in it becomes "()": "()().reveal". */
function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node['name'] as string;
  if (node.type !== 'MemberExpression') return '()';
  const property = node['property'] as Node;
  const last = node['computed'] ? (typeof property['value'] === 'string' ? property['value'] : '()') : (property['name'] as string);
  return `${nameOf(node['object'] as Node)}.${last}`;
}

/** Whether an identifier is a mere label: a member's name, a key, a name that is declared in a type. */
function isLabel(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression') return parent['property'] === node && !parent['computed'];
  if (parent.type === 'Property') return parent['key'] === node && !parent['shorthand'] && !parent['computed'];
  return /^(?:TSPropertySignature|TSMethodSignature|MethodDefinition|PropertyDefinition|ImportSpecifier|ExportSpecifier|TSQualifiedName|TSTypeReference)$/.test(
    parent.type,
  );
}

/** What a module's text imports and names, by its syntax tree. */
export function readSource(path: string, text: string): Source {
  const source: Source = { path, room: path.split('/')[0] as string, imports: [], names: [] };
  visit(parseAst(text, { lang: 'ts' }, path) as unknown as Node, (node, parent) => {
    const from = node['source'];
    if (isNode(from) && /^(?:Import|Export|TSImportType)/.test(node.type)) {
      const specifier = typeof from['value'] === 'string' ? from['value'] : '(computed)';
      source.imports.push({ specifier, lazy: node.type === 'ImportExpression' });
    }
    const whole = node.type === 'MemberExpression' ? parent?.type !== 'MemberExpression' || parent['object'] !== node : false;
    const alone =
      node.type === 'Identifier' && !isLabel(node, parent) && !(parent?.type === 'MemberExpression' && parent['object'] === node);
    if (!whole && !alone) return;
    const called = /^(?:Call|New)Expression$/.test(parent?.type ?? '') && parent?.['callee'] === node;
    const given = called ? parent?.['arguments'] : undefined;
    source.names.push({
      name: nameOf(node),
      called,
      arguments: Array.isArray(given) ? given.length : 0,
      line: text.slice(0, node.start).split('\n').length,
    });
  });
  return source;
}

/** Every module below src/ but declarations. */
export function sources(): Source[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => readSource(file.split(sep).join('/'), readFileSync(join(root, 'src', file), 'utf8')));
}

/** Where a specifier leads from a module: a path below src/, or the specifier itself where it names no file. */
export function targetOf(source: Source, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative('.', normalize(join(dirname(source.path), specifier)))
    .split(sep)
    .join('/');
}
