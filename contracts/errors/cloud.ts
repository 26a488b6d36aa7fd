/** An error in the style of the Cloud API: `(#code) title` and a sentence in `error_data.details`. @see sources error-codes */
export const cloud = <Code extends number, Title extends string, Details extends string>(
  code: Code,
  title: Title,
  details: Details,
  status = 400,
) =>
  ({
    status,
    type: 'OAuthException',
    code,
    message: `(#${code}) ${title}`,
    details,
    basis: 'documented',
    sources: [`error-codes: ${code}`],
  }) as const
