// Whether a document is valid OpenAPI, with every reference in it.
import SwaggerParser from '@apidevtools/swagger-parser';
import {main, Verdict} from './lib/cli.mjs';

export async function verify(input) {
  const v = new Verdict('swagger-parser', input);
  try {
    const api = await SwaggerParser.validate(input, {resolve: {external: false}});
    v.check('valid OpenAPI', true, `${api.openapi}, ${Object.keys(api.paths).length} paths`);
  } catch(e) {
    v.check('valid OpenAPI', false, e.message);
  }
  return v;
}

await main(verify);
