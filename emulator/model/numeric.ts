import type { Fail } from '../failure.ts'

/** An id in a parameter is digits, by the OpenAPI descriptions. @throws Failure parameter_not_numeric */
export function checkNumeric(param: string, value: string, fail: Fail<'parameter_not_numeric'>): void {
  if (!/^\d+$/.test(value)) fail('parameter_not_numeric', `${param} is '${value}'`, { param })
}
