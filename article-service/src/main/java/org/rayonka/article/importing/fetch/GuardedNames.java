package org.rayonka.article.importing.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import reactor.core.scheduler.Schedulers;

/**
 * Resolves names at the very moment of connecting and gives out public addresses alone,
 * so that the address that was judged is the one that is connected to: a name that
 * changes its mind in between (DNS rebinding) gains nothing.
 */
final class GuardedNames extends AddressResolverGroup<InetSocketAddress> {

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new Resolver(executor);
	}

	/**
	 * The resolver of one event loop; it also judges addresses that are written as
	 * numbers.
	 */
	private static final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

		Resolver(EventExecutor executor) {
			super(executor, InetSocketAddress.class);
		}

		/** Never, or numbers would pass unseen. */
		@Override
		protected boolean doIsResolved(InetSocketAddress address) {
			return false;
		}

		@Override
		protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
			Schedulers.boundedElastic().schedule(() -> {
				try {
					promise.setSuccess(all(unresolved).getFirst());
				}
				catch (UnknownHostException ex) {
					promise.setFailure(ex);
				}
			});
		}

		@Override
		protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
			Schedulers.boundedElastic().schedule(() -> {
				try {
					promise.setSuccess(all(unresolved));
				}
				catch (UnknownHostException ex) {
					promise.setFailure(ex);
				}
			});
		}

		private static List<InetSocketAddress> all(InetSocketAddress unresolved) throws UnknownHostException {
			List<InetSocketAddress> open = Arrays.stream(InetAddress.getAllByName(unresolved.getHostString()))
				.filter(PublicNetwork::holds)
				.map((address) -> new InetSocketAddress(address, unresolved.getPort()))
				.toList();
			if (open.isEmpty()) {
				throw new UnknownHostException(unresolved.getHostString() + " is not a public address");
			}
			return open;
		}

	}

}
