//! Whose network a request comes from, when a proxy stands in front.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::Response,
};

/// Behind a proxy every connection is the proxy's. It notes the other end as the last of `X-Forwarded-For`; what stands
/// before that anybody may have written. Without a proxy the header is anybody's word, and not looked at.
pub async fn find(State(behind_proxy): State<bool>, mut request: Request, next: Next) -> Response {
    if behind_proxy && let Some(network) = last_hop(request.headers()) {
        let peer = ConnectInfo(SocketAddr::new(network, 0));
        request.extensions_mut().insert(peer);
    }
    next.run(request).await
}

fn last_hop(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?;
    line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}
