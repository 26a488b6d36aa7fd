/** What a user wrote that cannot be followed: a flag, a config file, a template. The message says where and what is allowed. */
export class BrokenCheck extends Error {}
