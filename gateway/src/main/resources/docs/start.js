// Shows the one document of all services.
window.SwaggerUIBundle({
	url: '/api/v1/openapi.json',
	dom_id: '#api',
	deepLinking: true,
	docExpansion: 'list',
	validatorUrl: null
});
