/** OpenAPI 3.1 from the contracts: an output, committed, compared by a test. */
import type { AnyEndpoint } from '@zhengyou/domain/kit/endpoint.ts';
import { z } from 'zod';

const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

type Parameter = { name: string; in: string; required: boolean; schema: unknown };

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query'): Parameter[] {
  if (!shape) return [];
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: inner,
  }));
}

const header = (name: string): Parameter => ({ name, in: 'header', required: true, schema: { type: 'string' } });

function operationOf(one: AnyEndpoint) {
  const content = one.upload
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: one.upload.maxBytes } } }
    : one.body && { 'application/json': { schema: schemaOf(one.body, 'input') } };
  const answer = one.download
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(one.reply, 'output') } };
  return {
    operationId: one.id,
    summary: one.gist,
    'x-may': one.may,
    ...(one.serves ? { 'x-serves': one.serves } : {}),
    parameters: [
      ...parametersOf(one.params, 'path'),
      ...parametersOf(one.query, 'query'),
      ...(one.method === 'POST' && one.may !== 'anyone' ? [header('Idempotency-Key')] : []),
      ...(one.versioned ? [header('If-Match')] : []),
      ...(one.method === 'GET' ? [] : [header('X-Zhengyou')]),
    ],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: { description: 'Done', content: answer },
      default: {
        description: 'A refusal in words',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

export function openApiOf(endpoints: readonly AnyEndpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of endpoints) {
    const path = one.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[one.method.toLowerCase()] = operationOf(one);
  }
  return {
    openapi: '3.1.0',
    info: { title: '诤友 Zhengyou', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: 'http://localhost:4100' }],
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'requestId'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            requestId: { type: 'string' },
            requirement: { type: 'string' },
            clause: { type: 'string' },
            field: { type: 'string' },
            extra: {},
          },
        },
      },
    },
  };
}
