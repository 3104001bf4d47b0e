/** What the measured servers are told beside where they are: nobody needs a phone, and nobody is turned away. */
export const environment = {
  ASSAY_SECOND_FACTOR: 'optional',
  ASSAY_TRUSTED_PROXY: 'x-real-ip',
  ASSAY_LIMIT_ACCOUNT: '100000000',
  ASSAY_LIMIT_ADDRESS: '100000000',
} as const;
