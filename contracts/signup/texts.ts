/** What the flow says when something cannot be done. @see sources signup-errors */
export const signupTexts = {
  again: 'An error occurred while processing this request. Please try again later.',
  support: 'Something has gone wrong. You will need to contact support and try again.',
  noPermission: 'User does not have permission to create WhatsApp Business Accounts.',
  blocked:
    'Phone Number has been blocked. Please check alert prompt in WhatsApp Manager Overview or follow instructions in Business Support Home.',
  tooManyNumbers:
    'You have already linked the maximum number of phone numbers allowed for this Business Account. Delete a phone number to continue or request additional numbers.',
  listed: 'This phone number already exists in your list of phone numbers.',
  taken:
    'This number is registered to an existing WhatsApp account. To use this number, disconnect it from the existing account. Then, return to this page and re-enter the number. Note: It may take up to 3 minutes for the number to become available.',
  name: 'Your verified name violates WhatsApp guidelines. Please edit your verified name and try again.',
  invalid: 'Your phone number doesn’t appear to be valid. Please double check it, or try again after 5 minutes.',
  code: 'There was an error verifying this phone number. Please try again later.',
  codes: 'You have requested your code too many times.',
} as const
