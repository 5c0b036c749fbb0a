import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';

type Component = Parameters<AstroContainer['renderToString']>[0];

let making: ReturnType<typeof AstroContainer.create> | undefined;

/** Renders one Astro component to a string outside a page: bulletins and feed entries. */
export async function renderComponent(
  component: Component,
  props: Record<string, unknown>,
): Promise<string> {
  making ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
    AstroContainer.create({ renderers }),
  );
  return (await making).renderToString(component, { props });
}
