/** The symbol that node's console.log asks an object for; registered by name, so that no room but evidence needs node:util. */
export const inspect: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;
