// The whole document, and each part of it by the same rule by which the gateway names them.
fetch('/v1/openapi').then(answer => answer.json()).then(whole => {
  const parts = whole.tags.map(tag => ({
    name: tag.name,
    url: '/v1/openapi/' + tag.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  }));
  // No validator: the document would be sent to a service elsewhere.
  SwaggerUIBundle({
    urls: [{name: 'API', url: '/v1/openapi'}, ...parts],
    dom_id: '#api',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    deepLinking: true,
    docExpansion: 'none',
    displayRequestDuration: true,
    tryItOutEnabled: true,
    persistAuthorization: false,
    validatorUrl: null
  });
});
