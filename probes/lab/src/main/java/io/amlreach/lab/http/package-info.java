// SPDX-License-Identifier: Apache-2.0
/** HTTP answers of services, of firewalls and of servers that mean harm. */
@NullMarked
package io.amlreach.lab.http;

import org.jspecify.annotations.NullMarked;
