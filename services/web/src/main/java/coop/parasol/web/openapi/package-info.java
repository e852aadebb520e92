/** How the OpenAPI 3.1 description of a service is made from its resources when it is built. */
@org.jspecify.annotations.NullMarked
package coop.parasol.web.openapi;
