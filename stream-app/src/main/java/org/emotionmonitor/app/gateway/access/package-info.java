/** Who may use the gateway, and from where. */
package org.emotionmonitor.app.gateway.access;
