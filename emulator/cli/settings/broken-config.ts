/** A config file or a variable of the environment that says what cannot be. */
export class BrokenConfig extends Error {}
