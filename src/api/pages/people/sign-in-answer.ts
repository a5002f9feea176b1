import type { ApiDeps } from '../../deps';
import { paths } from '../../paths';
import { sealForm, type KeptForm } from '../../posts/kept-form';
import { freePage } from '../../serving/show-page';
import type { Visit } from '../../visit';
import { signInContent, signInErrors, type SignInState } from './sign-in-view';

/** The sign-in page as the answer to a request, with a form that waits for its writer or with what went wrong. */
export async function signInAnswer(
  deps: ApiDeps,
  visit: Visit,
  state: Omit<SignInState, 'kept'> & { readonly kept?: KeptForm | string },
): Promise<string> {
  const { kept, ...rest } = state;
  const sealed = typeof kept === 'object' ? sealForm(deps.sealer, kept, Date.now()) : kept;
  const full: SignInState = { ...rest, ...(sealed === undefined ? {} : { kept: sealed }) };
  const page = { template: 'people/sign-in', address: paths.signIn.to(), errors: signInErrors(full) };
  return freePage(deps, visit, page, (context) => signInContent(context, full));
}
