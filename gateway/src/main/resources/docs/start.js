// No validator: the document would be sent to a service elsewhere.
SwaggerUIBundle({
  url: '/v1/openapi',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  displayRequestDuration: true,
  tryItOutEnabled: true,
  persistAuthorization: false,
  validatorUrl: null
});
