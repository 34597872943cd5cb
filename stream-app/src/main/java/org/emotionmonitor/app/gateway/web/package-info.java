/** HTTP: the page's files, the REST resources, and the headers that protect both. */
package org.emotionmonitor.app.gateway.web;
