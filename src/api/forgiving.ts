import type { z } from 'zod';
import type { ZodOpenApiOverrideContext } from 'zod-openapi';

/**
 * A filter in an address that counts as not given when it cannot be understood: an address that somebody has shortened
 * still leads to the list. The OpenAPI document says so, instead of a form that nothing is held to.
 */
export function forgiving<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({
    description: 'What cannot be understood counts as not given.',
    override: ({ jsonSchema }: ZodOpenApiOverrideContext) => {
      for (const name of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, name);
      jsonSchema.type = 'string';
    },
  });
}
