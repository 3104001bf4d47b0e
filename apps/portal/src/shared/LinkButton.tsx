import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> &
  ButtonProps & { readonly ref?: Ref<HTMLAnchorElement> };

const Anchor = ({ ref, ...rest }: Props) => <Button component="a" {...rest} {...(ref !== undefined && { ref })} />;

/** A link that looks like a button, with the router's checks on where it leads. */
export const LinkButton = createLink(Anchor);
