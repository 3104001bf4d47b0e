import { StatusBadge } from '../../shared/StatusBadge.tsx';

export function BatchState({ status, released }: { readonly status: string; readonly released: number }) {
  switch (status) {
    case 'planned':
      return <StatusBadge tone="open">Planned</StatusBadge>;
    case 'sampling':
      return <StatusBadge tone="open">Sample open</StatusBadge>;
    case 'confirmed':
      return <StatusBadge tone="open">Sample upheld</StatusBadge>;
    case 'ready':
      return <StatusBadge tone="attention">Ready to sign off</StatusBadge>;
    default:
      return released > 0 ? (
        <StatusBadge tone="good">Released</StatusBadge>
      ) : (
        <StatusBadge tone="attention">Signed off</StatusBadge>
      );
  }
}
