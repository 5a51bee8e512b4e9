// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that is complete, or what is said to one that cannot be.
 *
 * @param request null when not even its head could be read
 * @param refusal null when the request is to be answered; after one the connection is closed
 */
record Received(@Nullable HttpRequest request, @Nullable Reply refusal) {}
