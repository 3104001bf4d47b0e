import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScheme } from '@assay/standards';
import { describe, expect, test } from 'vitest';
