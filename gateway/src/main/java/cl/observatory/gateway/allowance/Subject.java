package cl.observatory.gateway.allowance;

import cl.observatory.gateway.contract.RouteClass;

/** Whose allowance it is, and what for. The name is never that of a network. */
record Subject(String name, RouteClass routeClass, Span span) {}
