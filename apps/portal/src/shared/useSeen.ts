import { useState } from 'react';

/**
 * The version that a person has before their eyes. While they type it stands still, also when the query
 * is loaded anew behind their back, so that a change made elsewhere shows as a clash and is not
 * overwritten. `saw(version)` after an own command, or after the newer version was loaded.
 */
export const useSeen = (version: number, typing: boolean) => {
  const [seen, saw] = useState(version);
  if (!typing && seen !== version) saw(version);
  return { seen: typing ? seen : version, saw } as const;
};
